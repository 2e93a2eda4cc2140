"""Addresses of the customers' pages."""

from django.conf import settings
from django.urls import path, register_converter

from dangol.portal import card, embed, policy


class Language:
    """A language Dangol speaks, as a part of an address."""

    regex = "|".join(code for code, _ in settings.LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Language, "language")

urlpatterns = [
    path("", policy.first_page, name="home"),
    path("favicon.ico", policy.icon, name="icon"),
    path("robots.txt", policy.robots, name="robots"),
    path("policy/", policy.policy, name="policy"),
    path("policy/<language:language>/", policy.in_language, name="policy_in"),
    path("policy/<language:language>/policy.pdf", policy.paper, name="policy_paper"),
    path("policy/versions/", policy.versions, name="policy_versions"),
    path("policy/versions/<int:number>/", policy.version, name="policy_version"),
    path("policy/versions/<int:number>/<language:language>.pdf", policy.paper, name="policy_version_paper"),
    path("policy/text/", policy.text, name="policy_text"),
    path("embed/policy.js", embed.script, name="embed_script"),
    path("embed/policy.json", embed.summary, name="embed_summary"),
    path("card/", card.door, name="card_door"),
    path("card/code/", card.code, name="card_code"),
    path("card/mine/", card.mine, name="card_mine"),
    path("card/leave/", card.leave, name="card_leave"),
    path("card/link/<str:token>/", card.linked, name="card_link"),
]
