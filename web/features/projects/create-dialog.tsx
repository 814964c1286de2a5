// A new project: name, key, what it is for, how work moves in it.
import type { Project, ProjectKind } from "@docket/contract/projects"
import type { Preset } from "@docket/contract/workflows"
import { type FormEvent, useId, useMemo, useState } from "react"
import { ApiError, toApiError } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Field } from "../../ui/field.tsx"
import { Input } from "../../ui/input.tsx"
import { RadioGroup } from "../../ui/radio-group.tsx"
import { t } from "../../words/words.ts"
import { ColorField, projectColors } from "./color-field.tsx"
import { keyFromName, keyPattern } from "./key-from-name.ts"
import { makeProject } from "./save-project.ts"

const presetsOf: Record<ProjectKind, readonly Preset[]> = { work: ["agile", "lifecycle"], desk: ["itsm", "staged", "helpdesk"] }
const kinds = ["work", "desk"] as const

export type CreateDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  projects: readonly Project[]
  onCreated: (project: Project) => void
}

export function CreateDialog({ open, onOpenChange, projects, onCreated }: CreateDialogProps) {
  const words = t.projects.create
  const form = useId()
  const taken = useMemo(() => new Set(projects.map((project) => project.key)), [projects])
  const [name, setName] = useState("")
  const [ownKey, setOwnKey] = useState<string | null>(null)
  const [kind, setKind] = useState<ProjectKind>("work")
  const [preset, setPreset] = useState<Preset | null>(null)
  const [color, setColor] = useState(
    () => projectColors.find((each) => !projects.some((project) => project.color === each)) ?? projectColors[0] ?? "",
  )
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const key = ownKey ?? keyFromName(name, taken)
  const chosen = preset && presetsOf[kind].includes(preset) ? preset : (presetsOf[kind][0] ?? null)
  const nameError = tried && name.trim() === "" ? words.name_needed : null
  const keyError = taken.has(key) ? words.key_taken(key) : (tried || ownKey) && !keyPattern.test(key) ? words.key_wrong : null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (busy || name.trim() === "" || taken.has(key) || !keyPattern.test(key) || !chosen) return
    setBusy(true)
    setFailed(null)
    try {
      onCreated(await makeProject({ name: name.trim(), key, kind, preset: chosen, color, status: "active" }))
    } catch (error) {
      setFailed(error instanceof ApiError && error.status === 409 ? words.key_taken(key) : reasonOf(toApiError(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            {t.ui.cancel}
          </Button>
          <Button size="form" variant="primary" type="submit" form={form} busy={busy} busyLabel={words.creating}>
            {words.submit}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4 pb-1">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_128px]">
          <Field label={words.name} required error={nameError}>
            <Input value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={words.key} required error={keyError}>
            <Input
              value={key}
              maxLength={10}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setOwnKey(event.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ""))}
            />
          </Field>
        </div>
        {key !== "" && !keyError && <p className="-mt-2 text-12 text-faint">{words.key_hint(key)}</p>}
        <div className="flex flex-col gap-1.5">
          <span className="font-medium">{words.kind}</span>
          <RadioGroup
            label={words.kind}
            look="cards"
            className="sm:grid-cols-2!"
            value={kind}
            onChange={setKind}
            options={kinds.map((each) => ({ value: each, icon: each === "work" ? "board" : "inbox", ...words.kinds[each] }))}
          />
        </div>
        <div className="flex flex-col gap-2">
          <span className="font-medium">{words.preset}</span>
          <RadioGroup
            label={words.preset}
            value={chosen}
            onChange={setPreset}
            options={presetsOf[kind].map((each) => ({ value: each, ...words.presets[each] }))}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <span className="font-medium">{words.color}</span>
          <ColorField value={color} onChange={setColor} />
        </div>
        {failed && (
          <Banner tone="danger" title={words.failed}>
            {failed}
          </Banner>
        )}
      </form>
    </Dialog>
  )
}
