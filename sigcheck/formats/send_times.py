"""When an email reaches its reader, in words."""

from __future__ import annotations

from datetime import date

from sigcheck.preview import PreviewTime
from sigcheck.zones import zone_info


def clock(time: PreviewTime) -> str:
    """Return the recipient's local time in short, a span where several zones are possible; `never` for none."""
    if time.local_at is None or time.latest_local_at is None:
        return "never"
    first = f"{day(time.local_at)} {time.local_at:%H:%M}"
    if time.latest_local_at == time.local_at:
        return first
    is_same_day = time.latest_local_at.date() == time.local_at.date()
    return f"{first} to {'' if is_same_day else day(time.latest_local_at) + ' '}{time.latest_local_at:%H:%M}"


def zone(time: PreviewTime) -> str:
    """Return the time zone that the local time rests on, and how sure it is."""
    if len(time.zones) > 1:
        return f"one of {len(time.zones)} of their {time.source}"
    name = time.zones[0] if time.zones else "unknown"
    return f"{name}, for want of theirs" if time.source == "plan" else name


def sent_at(time: PreviewTime) -> str:
    """Return a time in full: by the recipient's clock, in UTC, and what is odd about it; ⟦…⟧ where there is none."""
    if time.send_at is None or time.local_at is None or time.latest_local_at is None:
        return f"⟦at no time: {time.problem or 'it cannot be read'}⟧"
    text = f"{day(time.local_at)} {_clock(time)}, {time.send_at:%H:%M} UTC{_other_day(time)}"
    if time.holiday:
        text += f"; a holiday there: {time.holiday}"
    elif time.is_workday is False:
        text += "; not a working day there"
    return f"{text}; {time.problem}" if time.problem else text


def _clock(time: PreviewTime) -> str:
    """Return the local time with its zone, or the span of it where several zones are possible."""
    local, latest = time.local_at, time.latest_local_at
    if local is None or latest is None or time.send_at is None:
        return ""
    if len(time.zones) == 1:
        info = zone_info(time.zones[0])
        offset = info.fromutc(time.send_at.replace(tzinfo=info)).strftime("%z")
        place = f"{time.zones[0]}, UTC{offset[:3]}:{offset[3:]}"
        return f"{local:%H:%M} ({place}{'; their zone is not known' if time.source == 'plan' else ''})"
    latest_day = "" if latest.date() == local.date() else f"{day(latest)} "
    return f"{local:%H:%M} to {latest_day}{latest:%H:%M} (one of {len(time.zones)} zones of their {time.source})"


def _other_day(time: PreviewTime) -> str:
    if time.send_at is None or time.local_at is None or time.send_at.date() == time.local_at.date():
        return ""
    return f" of {day(time.send_at)}"


def day(moment: date) -> str:
    """Return a day such as `Tue 1 Dec 2026`."""
    return f"{moment:%a} {moment.day} {moment:%b %Y}"
