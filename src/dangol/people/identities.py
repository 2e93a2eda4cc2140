"""Brings what people type into the one form in which phone numbers, e-mails and outside ids are compared."""

import re
import unicodedata

import phonenumbers

from dangol.people.errors import NotAnIdentity

PHONE, EMAIL, EXTERNAL = "phone", "email", "external"
KINDS = (PHONE, EMAIL, EXTERNAL)
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_LONGEST = 200


def normalised(kind: str, text: str, *, region: str = "KR") -> str:
    """The value under which the identity is kept: E.164 for phones, casefolded e-mail, trimmed outside id."""
    trimmed = unicodedata.normalize("NFKC", text).strip()
    if not 0 < len(trimmed) <= _LONGEST or not trimmed.isprintable():
        raise NotAnIdentity(f"A {kind} has 1 to {_LONGEST} visible characters")
    if kind == PHONE:
        return _phone(trimmed, region)
    if kind == EMAIL:
        return _email(trimmed)
    if kind == EXTERNAL:
        return trimmed
    raise NotAnIdentity(f"{kind!r} is no kind of identity: use {', '.join(KINDS)}")


def _phone(text: str, region: str) -> str:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise NotAnIdentity(f"{text!r} is no phone number") from error
    if not phonenumbers.is_possible_number(number):
        raise NotAnIdentity(f"{text!r} has too few or too many digits for a phone number of {region}")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(text: str) -> str:
    folded = text.casefold()
    if not _EMAIL.fullmatch(folded):
        raise NotAnIdentity(f"{text!r} is no e-mail address: it looks like name@example.com")
    return folded


def backwards(value: str) -> str:
    """The digits from last to first, so that an index finds numbers by their ending."""
    return "".join(character for character in reversed(value) if character.isdigit())
