// Open requests like the one that is being written, looked up while the person types.
import type { Returns } from "@docket/contract/endpoint"
import { checkDuplicate } from "@docket/contract/tickets"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { call } from "../../api/client.ts"

export type Similar = Returns<typeof checkDuplicate>["candidates"][number]
const calm = 350
const enough = 4
const none: Similar[] = []

export function useSimilar(title: string): readonly Similar[] {
  const [asked, setAsked] = useState(title)
  useEffect(() => {
    const wait = setTimeout(() => setAsked(title), calm)
    return () => clearTimeout(wait)
  }, [title])
  const text = asked.trim()
  const { data } = useQuery({
    queryKey: ["similar", text],
    queryFn: ({ signal }) => call(checkDuplicate, { body: { title: text }, signal }),
    enabled: text.length >= enough,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return text.length >= enough ? (data?.candidates ?? none) : none
}
