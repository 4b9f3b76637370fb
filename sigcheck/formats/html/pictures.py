"""The pictures of one report, each with the sentence that it shows and the figures behind it."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.formats.html.drawing import Drawing, Key
from sigcheck.formats.html.month_chart import draw_months, months_key
from sigcheck.formats.html.week_map import WEEKDAYS, draw_week, week_key
from sigcheck.formats.plain_text import counted
from sigcheck.pictures import Companies, CompanySize, Field, Month, Pictures, Week


class Bar(NamedTuple):
    """A row of a chart that is a table: its name, the figures beside it, and the widths of its two parts in percent."""

    name: str
    figures: tuple[str, ...]
    width: float
    flawed_width: float = 0
    is_minor: bool = False


class Chart(NamedTuple):
    """A drawing, what it says in a sentence, what its colours mean, and the table of its figures."""

    drawing: Drawing
    says: str
    key: tuple[Key, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Gallery(NamedTuple):
    """All pictures; a chart is None where there is nothing to draw."""

    week: Chart | None
    months: Chart | None
    sizes: tuple[Bar, ...]
    largest: tuple[Bar, ...]
    companies_say: str
    fields: tuple[Bar, ...]
    fields_say: str
    fields_left_out: int


def gallery_of(pictures: Pictures, anchor: str) -> Gallery:
    """Return the pictures of a report; `anchor` makes the names of the drawings unique in the document."""
    companies = pictures.companies
    most = max((size.companies for size in companies.sizes), default=1)
    people = max((company.people for company in companies.largest), default=1)
    return Gallery(
        week=_week(pictures.week, anchor) if pictures.week.hours else None,
        months=_months(pictures, anchor) if pictures.months.months else None,
        sizes=tuple(
            Bar(_size(size), (f"{size.companies:,}",), 100 * size.companies / most) for size in companies.sizes
        ),
        largest=tuple(
            Bar(company.name, (f"{company.people:,}",), 100 * company.people / people) for company in companies.largest
        ),
        companies_say=_companies_say(companies),
        fields=tuple(_field(field, pictures.recipients) for field in pictures.fields.fields),
        fields_say=_fields_say(pictures),
        fields_left_out=pictures.fields.left_out,
    )


def share(part: int, whole: int) -> str:
    """Return a percentage, cut so that 100 % means all; what is less than one percent is said to be so."""
    if part and part * 100 < whole:
        return "<1 %"
    return f"{part * 100 // whole if whole else 0} %"


def _week(week: Week, anchor: str) -> Chart:
    say = "All sends fall within working hours, where the recipient is."
    if week.off:
        say = (
            f"{week.off:,} of {counted(week.sends, 'send')} ({share(week.off, week.sends)}) fall outside working "
            "hours, on a weekend or on a public holiday, where the recipient is."
        )
    if week.unsure:
        say += f" Of {counted(week.unsure, 'send')} several time zones are possible: the map shows the earliest."
    if week.untimed:
        say += f" The time of {counted(week.untimed, 'send')} is not known."
    sends = {(hour.weekday, hour.hour): hour.sends for hour in week.hours}
    rows = (
        (f"{hour:02}:00", *(f"{sends.get((weekday, hour), 0):,}" for weekday in range(1, 8)))
        for hour in sorted({hour.hour for hour in week.hours})
    )
    return Chart(draw_week(week, anchor, say), say, week_key(week), ("Hour", *WEEKDAYS), tuple(rows))


def _months(pictures: Pictures, anchor: str) -> Chart:
    months = pictures.months
    emails = sum(month.emails for month in months.months)
    say = f"{counted(emails, 'email')} in {counted(len(months.months), 'month')}, this send among them."
    if emails == sum(month.this_send for month in months.months):
        say = "No earlier email to these people is known."
    say += f" The most that one person gets within a month: {months.most:,}."
    if months.left_out:
        say += f" {counted(months.left_out, 'email')} before or after these months left out."
    columns = ("Month", "Branded", "Signature", "Other plans", "This send", "Per recipient")
    rows = tuple(_month(month, pictures.recipients) for month in months.months)
    drawing = draw_months(months.months, pictures.recipients, anchor, say)
    return Chart(drawing, say, months_key(months.months), columns, rows)


def _month(month: Month, recipients: int) -> tuple[str, ...]:
    emails = (month.branded, month.signature, month.other_plans, month.this_send)
    return (
        f"{month.first_day:%b %Y}",
        *(f"{number:,}" for number in emails),
        f"{month.emails / (recipients or 1):.2f}",
    )


def _size(size: CompanySize) -> str:
    if size.most is None:
        return f"{size.least} or more"
    return f"{size.least}" if size.least == size.most else f"{size.least} to {size.most}"


def _companies_say(companies: Companies) -> str:
    say = f"{companies.shared:,} of {companies.total:,} companies have more than one person in the list."
    if not companies.shared:
        say = f"{companies.total:,} companies, with one person each in the list."
    if companies.unknown:
        say += f" Of {counted(companies.unknown, 'recipient')} the company is not known."
    return say


def _field(field: Field, recipients: int) -> Bar:
    flawed = field.flawed or 0
    sound = max(field.filled - flawed, 0)
    figures = (share(field.filled, recipients), "–" if field.flawed is None else share(flawed, recipients))
    whole = recipients or 1
    return Bar(field.header, figures, 100 * sound / whole, 100 * flawed / whole, not field.is_used)


def _fields_say(pictures: Pictures) -> str:
    used = [field for field in pictures.fields.fields if field.is_used]
    gaps = sum(field.filled < pictures.recipients for field in used)
    flawed = sum(bool(field.flawed) for field in used)
    if not gaps and not flawed:
        return f"Every cell of the {counted(len(used), 'column')} that this send uses is filled, and none is flawed."
    return (
        f"Of the {counted(len(used), 'column')} that this send uses, {_some(gaps, 'has', 'have')} empty cells and "
        f"{_some(flawed, 'holds', 'hold')} values that would give the send away."
    )


def _some(number: int, one_does: str, several_do: str) -> str:
    return f"{number or 'none'} {one_does if number < 2 else several_do}"
