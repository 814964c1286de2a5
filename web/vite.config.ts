// How the web app is built. Everything ends up in files of our own origin, because the server's content security policy
// allows nothing else: no data: URLs (assetsInlineLimit 0) and no <style> elements (react-style-singleton is replaced).
// The contract comes without its schemas: the server checks, the browser only needs methods and paths (typebox is replaced).
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import tailwindcss from "@tailwindcss/vite"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The icon sprite lies in the page itself: no icon appears later than the text beside it, and none needs a request. */
function iconSprite(): Plugin {
  const file = here("./assets/icons.svg")
  return {
    name: "docket:icon-sprite",
    transformIndexHtml(html) {
      const sprite = readFileSync(file, "utf8").replace("<svg ", '<svg width="0" height="0" class="sprite" aria-hidden="true" ')
      return html.replace("<!-- icons -->", sprite)
    },
    configureServer(server) {
      server.watcher.add(file)
      server.watcher.on("change", (path) => {
        if (path === file) server.ws.send({ type: "full-reload" })
      })
    },
  }
}

/** The Open Font License travels with the fonts. */
function fontLicences(): Plugin {
  return {
    name: "docket:font-licences",
    apply: "build",
    generateBundle() {
      for (const name of ["LICENSE-hanken-grotesk.txt", "LICENSE-geist-mono.txt"]) {
        this.emitFile({ type: "asset", fileName: `assets/fonts/${name}`, source: readFileSync(here(`./assets/fonts/${name}`)) })
      }
    },
  }
}

const server = "http://127.0.0.1:3000"

export default defineConfig(({ mode }) => ({
  root: here("."),
  base: "/",
  plugins: [react(), tailwindcss(), iconSprite(), fontLicences()],
  resolve: { alias: { "react-style-singleton": here("./ui/adopted-style.ts"), typebox: here("./api/schema-free.ts") } },
  // The page of components is part of a build only when it is asked for by name.
  define: { __KIT__: JSON.stringify(mode === "kit" || mode === "development") },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome123", "firefox128", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        assetFileNames: (asset) =>
          asset.names[0]?.endsWith(".woff2") ? "assets/fonts/[name]-[hash][extname]" : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: server }, "/socket.io": { target: server, ws: true } },
  },
}))
