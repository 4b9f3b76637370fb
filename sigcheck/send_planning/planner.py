"""The whole path, from a planned send in the engine to send times that its rules have nothing to say about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.inputs.senders import SenderEntry
from sigcheck.plan import Plan, Schedule
from sigcheck.send_planning.absences import absences_of
from sigcheck.send_planning.arrangement import Arranged, Rules, arrange, fits, moments_of
from sigcheck.send_planning.batch import batches_of
from sigcheck.send_planning.capacity import Capacity
from sigcheck.send_planning.keeping import Kept, Terms, is_better, keep
from sigcheck.send_planning.limits import Request
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.model import PlannedTime, SendPlan, Shortfall, Window
from sigcheck.send_planning.pace import pace_of
from sigcheck.send_planning.people import Person, load_people
from sigcheck.send_planning.remedies import remedies_for
from sigcheck.send_planning.seconds import Span, moment_of
from sigcheck.send_planning.shortfalls import Circumstances, compromises_of, shortfalls_of
from sigcheck.send_planning.slots_shown import WeeklySlot, slots_shown, spans_of
from sigcheck.send_planning.time_text import TimeTexts
from sigcheck.send_planning.window import Opening, longest_window, opening_of, shortest_window
from sigcheck.send_planning.working_time import WorkingTime

_REPLACED = ("at", "start", "end", "per_hour", "repeat")


def plan_send_times(engine: Engine, plan: Plan, senders: Iterable[SenderEntry], request: Request) -> SendPlan:
    """Return send times for a planned send whose relations are in the engine; nothing is changed there.

    Hard constraints, which every new time meets: it lies in the plan's window (where the plan names none, in the
    shortest that all fit) and at least a quarter of an hour ahead; it is working time, and no day off, in all zones
    where the recipient may be; the sender is there, and stays for the days in which answers come; no more emails go
    out in a sender's name, within an hour, a day or a moment, than the plan and the rules allow.

    Beyond that, in this order: who has a time with which nothing is wrong keeps it, as long as all others find one too;
    times near the last sends of the history are avoided; the emails are spread evenly over the days, then over the time
    of each day; colleagues do not get theirs at one moment; none goes out on the hour or the half hour. Equal choices
    are made by the seed and the recipient's mailbox, so that the order of the list does not matter.

    Where not everybody finds a time, nothing is moved, and the result says why, for whom and by how much. A repeating
    schedule is left as it is, as each recipient's own time comes once; with `once` its first occurrence is planned, and
    the others do not take place.
    """
    if len(plan.schedule.occurrences()) > 1 and not request.once:
        return _left_alone(engine, plan)
    task = _task(engine, plan, tuple(senders), request)
    batches = batches_of(task.kept, task.terms.absences)
    window = _window(task, [batch.load for batch in batches])
    arranged, capacity = arrange(batches, window, task.rules, request.seed)
    short = [one for one in arranged if one.distribution.short]
    moments: dict[int, int] = {}
    if not short:
        found = moments_of(arranged, task.kept.staying, capacity)
        moments = found if is_better(task.kept, found, task.terms_with(found.values())) else {}
    shortfalls = _shortfalls(task, short, capacity, request.limits.per_hour)
    return SendPlan(
        window=Window(moment_of(window.start), moment_of(window.end - 1), task.opening.end is None),
        times=tuple(_times(task.people, moments, TimeTexts(task.schedule.timezone))),
        shortfalls=(*shortfalls, *compromises_of(task.people, moments, task.terms.working)),
        column=_column(plan),
        replaced=_replaced(plan),
    )


class _Task(NamedTuple):
    """What there is to plan: the people, whose times stay, on what terms, by which rules, and from when on.

    `habits` are the slots of the history that are to be left, `names` the senders' names, by address.
    """

    schedule: Schedule
    people: list[Person]
    kept: Kept
    terms: Terms
    rules: Rules
    opening: Opening
    habits: tuple[WeeklySlot, ...]
    names: Mapping[str | None, str]

    def terms_with(self, moments: Iterable[int]) -> Terms:
        """Return the terms by which new moments, beside the present ones, can be judged."""
        return self.terms._replace(habits=_habits(self.habits, [*_present(self.people), *moments], self.schedule))


def _task(engine: Engine, plan: Plan, senders: Sequence[SenderEntry], request: Request) -> _Task:
    limits = request.limits
    people = load_people(engine, request.seed, limits.min_days)
    now: datetime = engine.query("SELECT now FROM plan").rows[0][0]
    present = _present(people)
    shown = slots_shown(engine, limits, max(now, moment_of(min(present))) if present else now)
    terms = Terms(
        pace=pace_of(plan, limits),
        working=WorkingTime(plan.schedule.working_hours),
        absences=absences_of(senders, limits.reply_days),
        habits=_habits(shown.habits, present, plan.schedule),
        avoids_round=limits.avoids_round,
    )
    kept = keep(people, terms)
    opening = opening_of(plan, now, _present(kept.staying))
    rules = Rules(terms.pace, terms.working, shown.recent, plan.schedule.timezone)
    names: dict[str | None, str] = {one.email: one.name for one in senders}
    return _Task(plan.schedule, people, kept, terms, rules, opening, shown.habits, names)


def _present(people: Iterable[Person]) -> list[int]:
    return [person.present for person in people if person.present is not None]


def _habits(slots: Sequence[WeeklySlot], moments: Sequence[int], schedule: Schedule) -> tuple[Span, ...]:
    """Return when slots are, as far as the moments reach."""
    return spans_of(slots, Span(min(moments, default=0), max(moments, default=0) + 1), schedule.timezone)


def _window(task: _Task, loads: Sequence[Load]) -> Span:
    """Return the plan's window; where it names none the shortest that all emails fit, or else the longest."""
    opening = task.opening
    if opening.end is not None:
        return opening.until(opening.end)
    days = max((task.rules.pace.fewest_days(sum(load.emails.values())) for load in loads), default=0)
    found = shortest_window(opening, task.schedule, days, lambda window: fits(loads, window, task.rules))
    return found or longest_window(opening, task.schedule)


def _shortfalls(
    task: _Task, short: Sequence[Arranged], capacity: Capacity, most_an_hour: float | None
) -> Iterator[Shortfall]:
    """Yield why emails find no time, those of the sender with the most of them first."""
    if not short:
        return
    first = sorted(short, key=lambda one: -one.distribution.short)
    loads = [one.batch.load for one in first]
    texts = TimeTexts(task.schedule.timezone)
    end, per_hour = remedies_for(loads, task.opening, task.schedule, task.rules, most_an_hour)
    around = Circumstances(
        capacity=capacity,
        window="the window" if task.opening.end is not None else f"the year from {texts.text(task.opening.start)} on",
        working=task.terms.working,
        names=task.names,
        advice=tuple(
            advice
            for advice, helps in (
                (f"extend 'end' to {texts.text(end or 0)}", end is not None),
                (f"raise 'per_hour' to {per_hour}", per_hour is not None),
            )
            if helps
        ),
    )
    for one in first:
        yield from shortfalls_of(one, around)


def _times(people: Sequence[Person], moments: Mapping[int, int], texts: TimeTexts) -> Iterator[PlannedTime]:
    for person in sorted(people, key=attrgetter("row")):
        present = person.present
        seconds = moments.get(person.row, present)
        if seconds is not None:
            at = moment_of(seconds)
            so_far = at if seconds == present else None if present is None else moment_of(present)
            yield PlannedTime(person.row, at, texts.text(seconds), so_far)


def _left_alone(engine: Engine, plan: Plan) -> SendPlan:
    emails = engine.query("SELECT count(*) FROM sends").rows[0][0]
    text = "the schedule repeats, and each recipient's own time comes only once: it is left as it is"
    shortfall = Shortfall("repeat", None, emails, emails, (), text, ("Plan each occurrence as a send of its own",))
    return SendPlan(None, (), (shortfall,), _column(plan), ())


def _column(plan: Plan) -> str:
    return plan.schedule.column or "send_at"


def _replaced(plan: Plan) -> tuple[str, ...]:
    schedule = plan.schedule
    if schedule.kind == "column":
        return ()
    return tuple(key for key in _REPLACED if getattr(schedule, key) is not None)
