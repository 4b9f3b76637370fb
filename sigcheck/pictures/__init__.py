"""What the pictures of a report show: numbers about the send as a whole, none about one person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Hour(NamedTuple):
    """Sends on one weekday (Monday is 1) in one hour (0 to 23) of the recipients' own clocks.

    `off` of the `sends` fall outside working hours, on a weekend or on a public holiday there.
    """

    weekday: int
    hour: int
    sends: int
    off: int


class Week(NamedTuple):
    """The sends by weekday and hour; working hours are minutes after midnight.

    Of `unsure` sends several time zones are possible, and the earliest is taken; `untimed` ones have no known time.
    """

    hours: tuple[Hour, ...]
    opens: int
    closes: int
    unsure: int
    untimed: int

    @property
    def sends(self) -> int:
        """Return the number of sends whose time is known."""
        return sum(hour.sends for hour in self.hours)

    @property
    def off(self) -> int:
        """Return how many of them nobody would make at work."""
        return sum(hour.off for hour in self.hours)


class Company(NamedTuple):
    """A company by the name that the list gives it, and how many people there get the email."""

    name: str
    people: int


class CompanySize(NamedTuple):
    """How many companies have from `least` to `most` people in the list; no end where `most` is None."""

    least: int
    most: int | None
    companies: int


class Companies(NamedTuple):
    """People per company: every size that occurs, the largest companies, rows of which no company is known."""

    sizes: tuple[CompanySize, ...]
    largest: tuple[Company, ...]
    unknown: int

    @property
    def total(self) -> int:
        """Return the number of companies."""
        return sum(size.companies for size in self.sizes)

    @property
    def shared(self) -> int:
        """Return the number of companies with more than one person."""
        return sum(size.companies for size in self.sizes if size.least > 1)


class Month(NamedTuple):
    """Emails to the people of the list in one month: earlier ones by kind, other plans' sends, and this send."""

    first_day: date
    branded: int
    signature: int
    other_plans: int
    this_send: int

    @property
    def emails(self) -> int:
        """Return the number of emails of all kinds."""
        return self.branded + self.signature + self.other_plans + self.this_send


class Months(NamedTuple):
    """Emails by month, without a gap; `most` is what one recipient gets in one month, `left_out` is out of view."""

    months: tuple[Month, ...]
    most: int
    left_out: int


class Field(NamedTuple):
    """A column of the list: cells that are filled, and that are flawed; None where no message uses what they hold."""

    header: str
    is_used: bool
    filled: int
    flawed: int | None


class Fields(NamedTuple):
    """The columns of the list, those that the send uses first; `left_out` further ones are out of view."""

    fields: tuple[Field, ...]
    left_out: int


class Pictures(NamedTuple):
    """All that is drawn about one send; `redaction` is the same for strangers, where that was asked for."""

    recipients: int
    week: Week
    companies: Companies
    months: Months
    fields: Fields
    redaction: Pictures | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return every text in it that comes from the list."""
        companies = (company.name for company in self.companies.largest)
        return (*companies, *(field.header for field in self.fields.fields))

    def relabelled(self, label: Callable[[str], str]) -> Pictures:
        """Return the same with every text that comes from the list replaced by what `label` makes of it."""
        largest = tuple(company._replace(name=label(company.name)) for company in self.companies.largest)
        fields = tuple(field._replace(header=label(field.header)) for field in self.fields.fields)
        return self._replace(
            companies=self.companies._replace(largest=largest), fields=self.fields._replace(fields=fields)
        )

    def redacted(self) -> Pictures:
        """Return the pictures without the names of recipients. Raises ValueError where that was not asked for."""
        if self.redaction is None:
            raise ValueError("the check was made without redaction: ask for it with Options(redact=True)")
        return self.redaction
