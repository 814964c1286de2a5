// The browser journeys, one after the other, over one server and one browser. One alone: `node --test e2e/journeys/board.ts`.
import "./journeys/sign-in.ts"
import "./journeys/request.ts"
import "./journeys/queue.ts"
import "./journeys/board.ts"
import "./journeys/conflict.ts"
import "./journeys/offline.ts"
import "./journeys/imported.ts"
import "./journeys/accessibility.ts"
