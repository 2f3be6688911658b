// The measures of a target and its fifths from running sums, as src/model has them. `sums` says what the first k units hold.

const GOALS = [0.5, 0.8, 0.95, 0.8];
const share = (part, whole) => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0);

/** `within(share)` gives [people, in need] of the most deprived share of units; `reaching(need)` gives [share of units, people]. */
export function measures({ people, inNeed, squares, within, reaching, target = 0.2 }) {
  const [heldPeople, heldNeed] = within(target);
  const coverage = share(heldNeed, inNeed);
  const peopleShare = share(heldPeople, people);
  const precision = share(heldNeed, heldPeople);
  const rate = share(inNeed, people);
  const numbers = [
    peopleShare,
    coverage,
    precision,
    coverage / peopleShare,
    Math.max(1, heldPeople / heldNeed),
    coverage - share(heldPeople - heldNeed, people - inNeed),
    share(coverage, share(Math.min(heldPeople, inNeed), inNeed)),
    share(squares - inNeed * rate, people * rate * (1 - rate)),
  ];
  let [peopleBefore, needBefore] = [0, 0];
  for (let fifth = 1; fifth <= 5; fifth += 1) {
    const [peopleTo, needTo] = within(fifth / 5);
    numbers.push(share(peopleTo - peopleBefore, people), share(needTo - needBefore, inNeed));
    [peopleBefore, needBefore] = [peopleTo, needTo];
  }
  for (const goal of GOALS) {
    const [units, held] = reaching(goal * inNeed);
    numbers.push(units, share(held, people));
  }
  // Half the scale, which the page shows too.
  return within(0.5)[0] > 0 ? numbers : [];
}
