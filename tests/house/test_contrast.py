"""The colours of both themes hold to WCAG AA, including tints and quiet text."""

import re

import pytest

from tests.house.places import PACKAGE

THEMES = (PACKAGE / "front" / "styles" / "themes.css").read_text()
TEXT, LINES = 4.5, 3.0
BACKGROUNDS = ("base-100", "base-200")
MEANINGS = ("primary", "accent", "info", "success", "warning", "error", "secondary")

Colour = tuple[float, float, float]


def colours_of(theme: str) -> dict[str, Colour]:
    block = next(part for part in THEMES.split("@plugin") if f'name: "{theme}"' in part)
    pairs = re.findall(r"--color-([a-z0-9-]+): #([0-9a-f]{6});", block)
    return {name: (int(hexa[:2], 16), int(hexa[2:4], 16), int(hexa[4:], 16)) for name, hexa in pairs}


def luminance(colour: Colour) -> float:
    channels = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(top: Colour, share: float, below: Colour) -> Colour:
    r, g, b = (share * a + (1 - share) * c for a, c in zip(top, below, strict=True))
    return (r, g, b)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["paper", "ink"])
def test_words_can_be_read(theme: str) -> None:
    colour = colours_of(theme)
    pairs = {f"{name} on its own field": (colour[f"{name}-content"], colour[name]) for name in (*MEANINGS, "neutral")}
    for ground in BACKGROUNDS:
        pairs[f"text on {ground}"] = (colour["base-content"], colour[ground])
        pairs[f"quiet text on {ground}"] = (mixed(colour["base-content"], 0.78, colour["base-100"]), colour[ground])
        pairs |= {f"{name} on {ground}": (colour[name], colour[ground]) for name in MEANINGS}
    pairs |= {
        f"text on a tint of {n}": (colour["base-content"], mixed(colour[n], 0.1, colour["base-100"])) for n in MEANINGS
    }
    pairs |= {f"{n} on its own tint": (colour[n], mixed(colour[n], 0.1, colour["base-100"])) for n in MEANINGS}
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < TEXT} == {}


@pytest.mark.parametrize("theme", ["paper", "ink"])
def test_edges_of_fields_can_be_seen(theme: str) -> None:
    colour = colours_of(theme)
    edge = mixed(colour["base-content"], 0.55, colour["base-100"])
    assert contrast(edge, colour["base-100"]) >= LINES
    assert contrast(edge, colour["base-200"]) >= LINES
