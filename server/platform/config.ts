/** The one place that reads environment variables: a table of name, type, default and sentence, which also prints `.env.example` and the docs page. */

type Variable = {
  type: "text" | "integer" | "switch" | "list" | "choice"
  default?: string
  choices?: readonly string[]
  min?: number
  max?: number
  says: string
}

export const variables = {
  PORT: { type: "integer", default: "3000", min: 0, max: 65535, says: "Port to listen on; 0 picks a free one." },
  HOST: { type: "text", default: "127.0.0.1", says: "Address to listen on." },
  DATA_DIR: { type: "text", default: "./data", says: "Directory of the embedded database, files, keys and kept mail." },
  PUBLIC_URL: { type: "text", says: "Address under which people reach Docket; links in mail and the allowed web origin come from it." },
  NODE_ENV: { type: "choice", choices: ["production", "development", "test"], default: "production", says: "What the process is for." },
  ROLE: {
    type: "choice",
    choices: ["all", "web", "worker"],
    default: "all",
    says: "What this process does: answer requests, run jobs, or both.",
  },
  DATABASE_URL: { type: "text", says: "PostgreSQL 15 or later; unset: the embedded database in DATA_DIR." },
  DATABASE_POOL: { type: "integer", default: "10", min: 1, max: 200, says: "Connections to the PostgreSQL server." },
  REDIS_URL: { type: "text", says: "Redis for several web processes: sockets, wake-ups, rate limits." },
  ACCESS_TOKEN_EXPIRE_MINUTES: { type: "integer", default: "15", min: 1, max: 1440, says: "Life of an access token." },
  REFRESH_TOKEN_EXPIRE_DAYS: {
    type: "integer",
    default: "30",
    min: 1,
    max: 365,
    says: "Life of a refresh token and of an unused session.",
  },
  JWT_SECRET_KEY: { type: "text", says: "RSA private key (PEM, or a path to one); generated in DATA_DIR on the first start where absent." },
  REGISTRATION: {
    type: "choice",
    choices: ["approval", "open", "closed"],
    default: "approval",
    says: "Who may make an account: anyone after approval, anyone, or nobody.",
  },
  TRUST_PROXY: { type: "list", says: "Addresses or networks of the proxies whose X-Forwarded-For is believed." },
  CORS_ORIGINS: { type: "list", says: "Further web origins that may call the API." },
  INSECURE_HTTP: { type: "switch", default: "off", says: "Cookies without Secure, for a plain-HTTP network." },
  RATE_LIMIT_FACTOR: {
    type: "integer",
    default: "1",
    min: 0,
    max: 1000000,
    says: "Multiplies every rate limit; 0 switches them off (demo and test mode only).",
  },
  MAX_UPLOAD_MB: { type: "integer", default: "10", min: 1, max: 1000, says: "Largest file that is accepted." },
  SMTP_URL: { type: "text", says: "Mail server for outgoing mail; unset: mail is kept in the outbox." },
  MAIL_FROM: { type: "text", default: "Docket <docket@localhost>", says: "Sender of outgoing mail." },
  METRICS_TOKEN: { type: "text", says: "Bearer token for /metrics; without it only the machine itself may read them." },
  LOG_LEVEL: {
    type: "choice",
    choices: ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
    default: "info",
    says: "How much is logged.",
  },
} as const satisfies Record<string, Variable>

export type Environment = Record<string, string | undefined>

export type Config = ReturnType<typeof readConfig>

/** Reads and checks the environment. Throws one Error that names every variable that is wrong. */
export function readConfig(environment: Environment, mode: { demo?: boolean } = {}) {
  const wrong: string[] = []
  const text = (name: keyof typeof variables): string | undefined => environment[name]?.trim() || (variables[name] as Variable).default
  const integer = (name: keyof typeof variables): number => {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = variables[name] as Variable
    const value = Number(text(name))
    if (!Number.isInteger(value) || value < min || value > max) wrong.push(`${name} must be a whole number from ${min} to ${max}`)
    return value
  }
  const choice = <T extends string>(name: keyof typeof variables): T => {
    const { choices = [] } = variables[name] as Variable
    const value = text(name) ?? ""
    if (!choices.includes(value)) wrong.push(`${name} must be one of ${choices.join(", ")}`)
    return value as T
  }
  const list = (name: keyof typeof variables): string[] =>
    (text(name) ?? "")
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean)
  const on = (name: keyof typeof variables): boolean => ["1", "on", "true", "yes"].includes((text(name) ?? "").toLowerCase())
  const url = (name: keyof typeof variables): string | undefined => {
    const value = text(name)
    if (value !== undefined && !URL.canParse(value)) wrong.push(`${name} must be a URL`)
    return value
  }

  const config = {
    demo: mode.demo ?? false,
    environment: choice<"production" | "development" | "test">("NODE_ENV"),
    role: choice<"all" | "web" | "worker">("ROLE"),
    port: integer("PORT"),
    host: text("HOST") ?? "127.0.0.1",
    dataDir: text("DATA_DIR") ?? "./data",
    publicUrl: url("PUBLIC_URL")?.replace(/\/+$/, ""),
    databaseUrl: url("DATABASE_URL"),
    databasePool: integer("DATABASE_POOL"),
    redisUrl: url("REDIS_URL"),
    accessTokenMinutes: integer("ACCESS_TOKEN_EXPIRE_MINUTES"),
    refreshTokenDays: integer("REFRESH_TOKEN_EXPIRE_DAYS"),
    jwtKey: text("JWT_SECRET_KEY"),
    registration: choice<"approval" | "open" | "closed">("REGISTRATION"),
    trustProxy: list("TRUST_PROXY"),
    corsOrigins: list("CORS_ORIGINS"),
    insecureHttp: on("INSECURE_HTTP"),
    rateLimitFactor: integer("RATE_LIMIT_FACTOR"),
    maxUploadBytes: integer("MAX_UPLOAD_MB") * 1024 * 1024,
    smtpUrl: url("SMTP_URL"),
    mailFrom: text("MAIL_FROM") ?? "",
    metricsToken: text("METRICS_TOKEN"),
    logLevel: choice<"fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent">("LOG_LEVEL"),
  }
  if (config.rateLimitFactor === 0 && !config.demo && config.environment !== "test")
    wrong.push("RATE_LIMIT_FACTOR=0 switches rate limits off and is only for demo and test mode")
  if (wrong.length > 0) throw new Error(`Docket cannot start with this configuration:\n${wrong.map((line) => `  - ${line}`).join("\n")}`)
  return config
}

/** `.env.example`, printed from the table. */
export function printEnvExample(): string {
  return Object.entries(variables as Record<string, Variable>)
    .map(
      ([name, { says, default: value, choices }]) =>
        `# ${says}${choices ? ` (${choices.join(", ")})` : ""}\n${value === undefined ? "# " : ""}${name}=${value ?? ""}\n`,
    )
    .join("\n")
}
