// Stands in for "typebox" in the browser (an alias in vite.config.ts). The contract's schemas are for the server: here only method, path and words
// of an endpoint are needed, so that a schema is an empty object and an object schema keeps its properties for those who spread them.
type Made = { properties?: object }
type Maker = (...input: unknown[]) => Made

const object: Maker = (properties) => ({ properties: properties as object })
const nothing: Maker = () => ({})

export const Type: Readonly<Record<string, Maker>> = new Proxy({}, { get: (_, name) => (name === "Object" ? object : nothing) })
