"""How customers are asked and heard, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.voice import Ideas, Reviews, Survey
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import case_kind, means
from dangol_policy.words.sections.shared import inner, word
from dangol_policy.words.speaker import Speaker


def voice_parts(speaker: Speaker) -> Iterator[Said]:
    """Surveys, how often at most, reviews, ideas."""
    voice = speaker.policy.voice
    for survey in voice.surveys:
        yield survey.id, speaker.paragraph(_survey(speaker, survey))
    for fatigue in voice.fatigue:
        says = speaker.say("fatigue", n=fatigue.most, time=speaker.duration(fatigue.per))
        yield fatigue.id, speaker.sentence(says)
    for reviews in voice.reviews:
        yield reviews.id, speaker.paragraph(_reviews(speaker, reviews))
    for ideas in voice.ideas:
        yield ideas.id, speaker.paragraph(_ideas(speaker, ideas))


def _survey(speaker: Speaker, survey: Survey) -> Iterator[str]:
    time, ask = speaker.duration(survey.wait), survey.ask.get(speaker.language).strip()
    if survey.after == "every":
        yield speaker.say("survey-every", time=time, ask=ask)
    else:
        yield speaker.say("survey-after", time=time, begins=word(speaker, f"begins-{survey.after}"), ask=ask)
    yield speaker.say("survey-measure", what=word(speaker, f"survey-{survey.measure}"))
    if survey.channel:
        yield speaker.say("survey-channel", list=speaker.listed(means(speaker, one) for one in survey.channel))
    if survey.sample is not None:
        yield speaker.say("survey-sample", rate=speaker.rate(survey.sample))


def _reviews(speaker: Speaker, reviews: Reviews) -> Iterator[str]:
    if reviews.ask_after:
        yield speaker.say("reviews-ask", time=speaker.duration(reviews.ask_after))
    yield speaker.say("reviews-answer", time=speaker.duration(reviews.answer_within))
    yield speaker.say("reviews-low", n=reviews.low, kind=case_kind(speaker, reviews.opens))
    if reviews.reward:
        yield speaker.say("reviews-reward", what=inner(speaker, reviews.reward))


def _ideas(speaker: Speaker, ideas: Ideas) -> Iterator[str]:
    yield speaker.say("ideas", time=speaker.duration(ideas.decide_within))
    if ideas.panel:
        yield speaker.say("ideas-panel", what=inner(speaker, ideas.panel))
    if ideas.reward:
        yield speaker.say("ideas-reward", what=inner(speaker, ideas.reward))
