"""All fixes, in the order in which they work.

Within a stage, the first fix that proposes an edit of a cell or line has it; whatever is left is proposed anew once
that is done.
"""

from __future__ import annotations

from sigcheck.fixes import (
    assign_variations,
    company_name,
    drop_duplicate,
    drop_recipient,
    html_to_text,
    markup_in_text,
    merge_tags,
    misspelled_domain,
    mojibake,
    name_casing,
    one_per_company,
    send_once,
    send_times,
    stray_characters,
    strip_tracking,
)
from sigcheck.fixes.fix import Fix

FIXES: tuple[Fix, ...] = (
    mojibake.FIX,
    stray_characters.FIX,
    name_casing.FIX,
    company_name.FIX,
    misspelled_domain.FIX,
    html_to_text.FIX,
    markup_in_text.FIX,
    strip_tracking.FIX,
    merge_tags.FIX,
    send_once.FIX,
    drop_recipient.FIX,
    drop_duplicate.FIX,
    one_per_company.FIX,
    assign_variations.FIX,
    send_times.FIX,
)


def fix_named(name: str | None) -> Fix | None:
    """Return the fix of a name; None where there is none."""
    return next((fix for fix in FIXES if fix.name == name), None)
