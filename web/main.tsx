// Where the web app starts.
import "./styles/app.css"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { resumeSession } from "./api/session.ts"
import { App } from "./app.tsx"
import { followSession } from "./live/live.ts"

const root = document.getElementById("root")
if (!root) throw new Error("index.html has no #root")
followSession()
void resumeSession()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
