"""A second implementation, written from the contract alone: slow, with fractions and plain loops, nothing
made ready.

It shares the model of a regulation with the real one and nothing else. It takes good sheets only.
"""

from fractions import Fraction

EXCLUDING = {"disqualify", "not_evaluated", "stop_evaluation"}


def naive(regulation, number, sheets, **conditions):
    """The result object of the contract, except that a block is a (criterion, star) and nothing is said in
    notes.

    Conditions: minimum, rounding, decimals, limit, boundary, extremes, agreed, facts, decisions.
    """
    return _Naive(regulation, number, **conditions).result(sheets)


class _Naive:
    def __init__(self, regulation, number, **conditions):
        self.regulation, self.set = regulation, regulation.sets[number]
        self.minimum, self.rounding = conditions["minimum"], conditions["rounding"]
        self.decimals, self.limit = conditions["decimals"], conditions["limit"]
        self.boundary, self.extremes = conditions["boundary"], conditions["extremes"]
        self.agreed, self.decisions = conditions["agreed"], conditions["decisions"]
        self.facts = {"product_has_story": True} | conditions["facts"]
        self.found = [c for part in self.set.parts for s in part.sections for c in s.criteria]
        self.ladders = {c.code: self.written_ladder(c) for c in self.found}
        self.off = {c.code for c in self.found if self.covered(c, "applies_if", False)}
        self.full = {c.code for c in self.found if self.covered(c, "full_points_if_not_mandatory", True)}

    # -- the rubric as printed, with what the office decided

    def ladder(self, criterion):
        return self.ladders[criterion.code]

    def written_ladder(self, criterion):
        """[(choice, case, place, points, mark)] in printed order."""
        if criterion.is_boolean:
            rows = [[True, None, 1, criterion.max, None]]
        elif criterion.cases:
            rows = [
                [f"{k.letter}.{o.place}", k.letter, o.place, o.points, o.min_for_stars]
                for k in criterion.cases
                for o in k.options
            ]
        else:
            rows = [[o.place, None, o.place, o.points, o.min_for_stars] for o in criterion.options]
        for anomaly in self.regulation.anomalies:
            if self.decisions.get(anomaly.id) == "suggested" and anomaly.set_number in (
                None,
                self.set.number,
            ):
                for row in rows:
                    if anomaly.criterion == criterion.code and anomaly.option_place == row[2]:
                        row[3] = row[3] if anomaly.suggested_points is None else anomaly.suggested_points
                        row[4] = anomaly.suggested_min_for_stars or row[4]
        return rows

    def step(self, criterion, choice):
        """The step of the ladder that a choice counts as, None for nothing ticked."""
        if criterion.code in self.off:
            return None
        rows = self.ladder(criterion)
        if criterion.code in self.full:
            best = max(row[3] for row in rows)
            return next(row for row in rows if row[3] == best)
        return next((row for row in rows if row[0] == choice and type(row[0]) is type(choice)), None)

    def covered(self, criterion, kind, value):
        return any(
            rule.type == kind and self.facts.get(rule.when or "testing_not_mandatory", False) is value
            for rule, codes, _ in self.rules()
            if criterion.code in codes
        )

    def rules(self):
        everything = [c.code for c in self.found]
        for rule in self.set.disqualifiers:
            yield rule, everything, None
        for part in self.set.parts:
            for section in part.sections:
                inside = [c.code for c in section.criteria]
                spans = {"set": everything, "section": inside}
                for rule in section.rules:
                    yield rule, spans.get(rule.scope, inside), section.code
                for group in section.subgroups:
                    grouped = [c.code for c in section.criteria if c.subgroup == group.code]
                    for rule in group.rules:
                        yield rule, spans.get(rule.scope, grouped), group.code
                for c in section.criteria:
                    grouped = [o.code for o in section.criteria if o.subgroup == c.subgroup]
                    for rule in c.rules:
                        yield rule, {**spans, "subgroup": grouped}.get(rule.scope, [c.code]), c.code

    # -- one panel

    def points(self, criterion, sheet):
        step = self.step(criterion, sheet.get(criterion.code))
        return 0 if step is None else step[3]

    def total(self, sheet, part=None):
        return sum(self.points(c, sheet) for c in self.found if part in (None, c.part.value))

    def counted(self, sheets):
        """The sheets whose totals make the mean."""
        if self.extremes == "kept" or len(sheets) < 5:
            return sheets
        return sorted(
            sheets, key=lambda sheet: (self.total(sheet), [self.total(sheet, part) for part in "ABC"])
        )[1:-1]

    def mean(self, sheets, part=None):
        counted = self.counted(sheets)
        return Fraction(sum(self.total(sheet, part) for sheet in counted), len(counted))

    def reading(self, figure):
        return half_up(figure, self.decimals) if self.rounding == "before_band" else figure

    def band(self, sheets):
        return max(b.stars for b in self.regulation.star_bands if b.min <= self.reading(self.mean(sheets)))

    def marks(self, criterion):
        """{star: {case: row}}"""
        marks = {}
        for row in self.ladder(criterion):
            if row[4]:
                marks.setdefault(row[4], {})[row[1]] = row
        if criterion.min_for_stars:
            for row in reversed([row for row in self.ladder(criterion) if row[3] > 0]):
                marks.setdefault(criterion.min_for_stars, {})[row[1]] = row
        return marks

    def member_meets(self, step, marked):
        return step is not None and (step[1] not in marked or step[2] >= marked[step[1]][2])

    def meets(self, criterion, marked, sheets):
        steps = [self.step(criterion, sheet.get(criterion.code)) for sheet in sheets]
        if self.minimum == "agreed":
            return self.member_meets(self.step(criterion, self.agreed.get(criterion.code)), marked)
        if self.minimum == "all":
            return all(self.member_meets(step, marked) for step in steps)
        if self.minimum == "majority":
            return sum(self.member_meets(step, marked) for step in steps) > Fraction(len(steps), 2)
        ticked = {step[1] for step in steps if step}
        mean = Fraction(sum(step[3] for step in steps if step), len(steps))
        return bool(ticked) and all(mean >= row[3] for case, row in marked.items() if case in ticked)

    def unmet(self, sheets):
        """[(star, criterion, marked)] by level, then printed order."""
        found = [(star, c, marked) for c in self.found for star, marked in self.marks(c).items()]
        return [(s, c, m) for s, c, m in sorted(found, key=lambda f: f[0]) if not self.meets(c, m, sheets)]

    def stars(self, sheets):
        band, missed = self.band(sheets), {star for star, _, _ in self.unmet(sheets)}
        if band >= 3 and 3 in missed:
            return 2
        return next(s for s in range(band, 0, -1) if s < 3 or not missed & set(range(3, s + 1)))

    def excluded(self, sheets):
        codes = ["dossier_forged"] if self.facts.get("dossier_forged") else []
        for rule, covered, _ in self.rules():
            if rule.type not in EXCLUDING:
                continue
            holds = self.facts.get(rule.when, False)
            if rule.when == "zero_points":
                holds = any(
                    sum(self.points(c, sheet) == 0 for sheet in sheets) > Fraction(len(sheets), 2)
                    for c in self.found
                    if c.code in covered
                )
            if holds and rule.when not in codes:
                codes.append(rule.when)
        return sorted(codes)

    def next(self, sheets, stars):
        if stars == 5:
            return None
        least = next(b.min for b in self.regulation.star_bands if b.stars == stars + 1)
        missing = [c.code for s, c, _ in self.unmet(sheets) if s <= stars + 1]
        steps = [step for c in self.found if (step := self.cheapest(c, sheets, stars + 1))]
        steps.sort(key=lambda step: step[2])
        return {
            "stars": stars + 1,
            "missing_points": str(max(Fraction(0), least - self.reading(self.mean(sheets)))),
            "missing_minimums": [c.code for c in self.found if c.code in missing],
            "steps": [{"criterion": c, "to": to, "points": str(points)} for c, to, points in steps[:10]],
        }

    def cheapest(self, criterion, sheets, target):
        chosen = {step[1] for sheet in sheets if (step := self.step(criterion, sheet.get(criterion.code)))}
        found = []
        for row in self.ladder(criterion):
            if chosen and row[1] not in chosen:
                continue
            raised = [{**sheet, criterion.code: self.lifted(criterion, sheet, row)} for sheet in sheets]
            if raised != sheets and self.stars(raised) >= target:
                found.append((self.mean(raised) - self.mean(sheets), row[0]))
        if not found:
            return None
        points, to = min(found, key=lambda pair: pair[0])
        return criterion.code, to, points

    def lifted(self, criterion, sheet, row):
        step = self.step(criterion, sheet.get(criterion.code))
        if step is None:
            return row[0]
        is_below = step[2] < row[2] if step[1] == row[1] else step[3] < row[3]
        return row[0] if is_below else sheet.get(criterion.code)

    def result(self, sheets):
        mean, excluded = self.mean(sheets), self.excluded(sheets)
        totals = [self.total(sheet) for sheet in sheets]
        spread = max(totals) - min(totals)
        stars = None if excluded else self.stars(sheets)
        return {
            "complete": True,
            "total": decimal(mean, self.decimals),
            "total_exact": str(mean),
            "parts": {part: str(self.mean(sheets, part)) for part in "ABC"},
            "band": None if excluded else self.band(sheets),
            "stars": stars,
            "recognised": bool(stars and stars >= 3),
            "spread": str(spread),
            "rescore": spread > self.limit or (self.boundary == "reached" and spread == self.limit),
            "excluded": excluded,
            "blocked_by": []
            if excluded
            else [(c.code, s) for s, c, _ in self.unmet(sheets) if 3 <= s <= stars + 1],
            "next": None if excluded else self.next(sheets, stars),
            "errors": [],
        }


def half_up(figure, decimals):
    scaled = figure * 10**decimals
    whole = scaled.numerator // scaled.denominator
    return Fraction(whole + (1 if scaled - whole >= Fraction(1, 2) else 0), 10**decimals)


def decimal(figure, decimals):
    digits = str(int(half_up(figure, decimals) * 10**decimals)).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
