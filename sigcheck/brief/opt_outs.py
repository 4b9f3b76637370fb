"""How the recipients of a send opt out, and whose business that is."""

from __future__ import annotations

from sigcheck.brief.model import HonouredList, OptOuts, OptOutWay
from sigcheck.engine import Engine


def opt_outs_of(engine: Engine, sender: str) -> OptOuts:
    """Return the ways out that the sender's variations offer, and how the plan says that opt-outs are handled."""
    ways = engine.query(
        """
        SELECT DISTINCT o.variant, o.kind, o.text
        FROM opt_outs AS o
        JOIN message_senders AS m
          ON m.variant = o.variant
        WHERE m.sender = $sender
        ORDER BY o.variant, o.kind, o.text""",
        {"sender": sender},
    ).rows
    without = engine.query(
        """
        SELECT m.variant
        FROM message_senders AS m
        LEFT JOIN opt_outs AS o
          ON o.variant = m.variant
        WHERE m.sender = $sender
          AND o.variant IS NULL
        ORDER BY m.variant""",
        {"sender": sender},
    ).rows
    owner, process, systems = engine.query("SELECT opt_out_owner, opt_out_process, opt_out_systems FROM plan").rows[0]
    lists = engine.query("SELECT file, source, scope, entries, as_of FROM suppression_lists ORDER BY file").rows
    excluded = engine.query("SELECT DISTINCT file FROM history WHERE source = 'exclude' ORDER BY file").rows
    return OptOuts(
        ways=tuple(OptOutWay(*way) for way in ways),
        without=tuple(variant for (variant,) in without),
        owner=owner,
        process=process,
        systems=tuple(systems or ()),
        lists=tuple(HonouredList(*one) for one in lists),
        excluded=tuple(file for (file,) in excluded),
    )
