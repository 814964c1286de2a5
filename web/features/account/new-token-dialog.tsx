// A new access token: what it is for, what it may do, how long. Its value is shown this once.
import { createToken } from "@docket/contract/sign-in"
import { type FormEvent, useId, useState } from "react"
import { call } from "../../api/client.ts"
import { problemsOf, reasonOf } from "../../api/error-words.ts"
import { wasDeclined } from "../../api/remedy.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Field, FieldError } from "../../ui/field.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Input } from "../../ui/input.tsx"
import { PickerField } from "../../ui/picker.tsx"
import { SegmentedControl } from "../../ui/segmented-control.tsx"
import { t } from "../../words/words.ts"
import { copy } from "./copy.ts"
import { type Access, accesses, nothing, scopesOf, things } from "./token-scopes.ts"

const words = t.account.tokens
const lifetimes = [7, 30, 90, 180, 365]
type Problems = { name?: string; scopes?: string; form?: string }

/** Mounted while it is open, so that every token begins empty. */
export function NewTokenDialog({ onMade, onClose }: { onMade: () => void; onClose: () => void }) {
  const form = useId()
  const [name, setName] = useState("")
  const [choice, setChoice] = useState(nothing)
  const [days, setDays] = useState(90)
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)
  const [value, setValue] = useState<string | null>(null)
  const scopes = scopesOf(choice)
  const make = async () => {
    setBusy(true)
    try {
      const { token } = await call(createToken, { body: { name: name.trim(), scopes, expiresInDays: days } })
      setValue(token)
      onMade()
    } catch (error) {
      const [first] = problemsOf(error)
      if (!wasDeclined(error)) setProblems(first?.path === "name" ? { name: first.sentence } : { form: reasonOf(error) })
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found: Problems = {
      name: name.trim() === "" ? words.enter_name : undefined,
      scopes: scopes.length === 0 ? words.choose_scope : undefined,
    }
    setProblems(found)
    if (found.name === undefined && found.scopes === undefined) void make()
  }
  if (value !== null) return <Made value={value} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={words.dialog}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button type="submit" form={form} size="form" variant="primary" busy={busy} busyLabel={words.making}>
            {words.submit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={words.name} hint={words.name_hint} error={problems.name}>
          <Input name="token-name" autoComplete="off" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-medium">{words.scopes}</legend>
          {things.map((thing) => (
            <div key={thing} className="flex items-center justify-between gap-x-3 gap-y-1 max-sm:flex-col max-sm:items-start">
              <span>{words.things[thing]}</span>
              <SegmentedControl<Access>
                label={words.things[thing]}
                value={choice[thing]}
                onChange={(access) => setChoice({ ...choice, [thing]: access })}
                segments={accesses.map((access) => ({ value: access, label: words.access[access] }))}
              />
            </div>
          ))}
          {problems.scopes && <FieldError>{problems.scopes}</FieldError>}
        </fieldset>
        <Field label={words.expiry} className="max-w-40">
          <PickerField
            label={words.expiry}
            options={lifetimes.map((each) => ({ value: String(each), label: words.days(each) }))}
            value={String(days)}
            onChange={(chosen) => setDays(Number(chosen))}
          />
        </Field>
        {problems.form && <Banner tone="danger">{problems.form}</Banner>}
      </form>
    </Dialog>
  )
}

function Made({ value, onClose }: { value: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={words.made_title}
      description={words.made_text}
      footer={
        <Button size="form" variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <Field label={words.value}>
        <Input
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          trailing={
            <IconButton icon="copy" label={words.copy} size="mini" className="-mr-1.5" onClick={() => void copy(value, words.copied)} />
          }
        />
      </Field>
    </Dialog>
  )
}
