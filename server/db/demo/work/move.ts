import type { Plan } from "./item.ts"

/** A project that is over and frozen. */
export const move: Plan = {
  project: "MOVE",
  owner: "bram",
  review: false,
  items: [
    {
      title: "Floors 2 and 3 into the new wing",
      type: "epic",
      text: "62 desks in one weekend, and everybody finds their screen on Monday.",
      days: [64, 60, 22],
      below: [
        {
          title: "Seating plan",
          points: 3,
          who: "anouk",
          days: [63, 58, 50],
          talk: ["anouk: Sales wants to sit by the window, Product wants quiet. Both got it.", "bram: Plan is on every door."],
        },
        { title: "Boxes and labels", points: 1, who: "lucia", days: [55, 48, 42] },
        {
          title: "Network and telephones in the new wing",
          points: 5,
          who: "tomas",
          days: [58, 45, 31],
          talk: ["tomas: 124 sockets tested, three were crossed."],
        },
        { title: "Move the printers", points: 2, who: "tomas", days: [40, 29, 27] },
        { title: "Moving company for the weekend", points: 2, who: "bram", days: [60, 52, 28] },
        {
          title: "Help on Monday morning",
          points: 2,
          who: "tomas",
          days: [35, 26, 25],
          talk: ["tomas: 19 questions until noon, 12 of them about the coffee machine."],
        },
        { title: "Hand over the old floors", points: 3, who: "lucia", days: [34, 24, 23] },
      ],
    },
  ],
}
