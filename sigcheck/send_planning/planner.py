"""The whole path, from a planned send in the engine to send times that its rules have nothing to say about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from sigcheck.engine import Engine
from sigcheck.inputs.senders import SenderEntry
from sigcheck.plan import Plan
from sigcheck.send_planning.absences import absences_of
from sigcheck.send_planning.arrangement import Rules, arrange, fits, moments_of
from sigcheck.send_planning.batch import batches_of
from sigcheck.send_planning.keeping import Terms, is_better, keep
from sigcheck.send_planning.limits import Request
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.model import PlannedTime, SendPlan, Shortfall, Window
from sigcheck.send_planning.pace import pace_of
from sigcheck.send_planning.people import Person, load_people
from sigcheck.send_planning.seconds import Span, moment_of
from sigcheck.send_planning.slots_shown import slots_shown, spans_of
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

    Where not everybody finds a time, the result says why and by how much, and those rows keep the time they have.
    A repeating schedule is left as it is, as each recipient's own time comes once; with `once` its first occurrence is
    planned, and the others do not take place.
    """
    limits, seed, once = request
    if len(plan.schedule.occurrences()) > 1 and not once:
        return _left_alone(engine, plan)
    people = load_people(engine, seed)
    now: datetime = engine.query("SELECT now FROM plan").rows[0][0]
    present = [person.present for person in people if person.present is not None]
    shown = slots_shown(engine, limits, max(now, moment_of(min(present))) if present else now)
    zone = plan.schedule.timezone
    so_far = Span(min(present, default=0), max(present, default=0) + 1)
    terms = Terms(
        pace=pace_of(plan, limits),
        working=WorkingTime(plan.schedule.working_hours),
        absences=absences_of(senders, limits.reply_days),
        habits=spans_of(shown.habits, so_far, zone),
        avoids_round=limits.avoids_round,
    )
    kept = keep(people, terms)
    opening = opening_of(plan, now, [person.present for person in kept.staying if person.present is not None])
    batches = batches_of(kept, terms.absences)
    rules = Rules(terms.pace, terms.working, shown.recent, zone)
    window = _window(opening, plan, [batch.load for batch in batches], rules)
    arranged, grid = arrange(batches, window, rules, seed)
    moments = moments_of(arranged, kept.staying, grid, terms.pace.at_once)
    if not is_better(kept, moments, terms):
        moments = {}
    shortfalls = tuple(
        Shortfall("pace", one.batch.sender, 0, one.proof.short, (), "…") for one in arranged if one.proof
    )
    return SendPlan(
        window=Window(moment_of(window.start), moment_of(window.end - 1), opening.end is None),
        times=tuple(_times(people, moments, zone)),
        shortfalls=shortfalls,
        column=_column(plan),
        replaced=_replaced(plan),
    )


def _window(opening: Opening, plan: Plan, loads: Sequence[Load], rules: Rules) -> Span:
    if opening.end is not None:
        return Span(opening.start, max(opening.start, opening.end + 1))
    days = max((rules.pace.fewest_days(sum(load.emails.values())) for load in loads), default=0)
    found = shortest_window(opening, plan, days, lambda window: fits(loads, window, rules))
    return found or longest_window(opening)


def _times(people: Sequence[Person], moments: Mapping[int, int], zone: str) -> Iterable[PlannedTime]:
    texts = TimeTexts(zone)
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
