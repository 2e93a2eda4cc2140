"""What the owner types about people: somebody new, or a change."""

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy

from dangol.staff.rights import Role

_ROLES = {
    Role.OWNER: gettext_lazy("Owner: everything"),
    Role.POLICY_EDITOR: gettext_lazy("Policy editor: writes drafts"),
    Role.APPROVER: gettext_lazy("Approver: approves and publishes"),
    Role.LEAD: gettext_lazy("Lead: counter, returns, corrections, journal"),
    Role.AGENT: gettext_lazy("Agent: counter and returns"),
    Role.CLERK: gettext_lazy("Clerk: counter"),
    Role.AUDITOR: gettext_lazy("Auditor: reads everything"),
    Role.PARTNER: gettext_lazy("Partner: asks prices only"),
}


def role_names() -> dict[str, str]:
    """What the program lets each role do, in the reader's language, by its id."""
    return {role.value: str(name) for role, name in _ROLES.items()}


class PersonChange(forms.Form):
    """Role, and whether the person may sign in; duties are read beside it, as the policy names them."""

    role = forms.ChoiceField(choices=[(role.value, name) for role, name in _ROLES.items()])
    active = forms.BooleanField(required=False)


class NewPerson(forms.Form):
    """A user name is needed; the password is made by the program."""

    username = forms.CharField(
        max_length=60,
        validators=[
            RegexValidator(r"^[\w.@+-]+\Z", gettext_lazy("Letters, digits and . @ + - _ only, without spaces."))
        ],
    )
    name = forms.CharField(max_length=200, required=False)
    role = forms.ChoiceField(choices=[(role.value, name) for role, name in _ROLES.items()])
    language = forms.ChoiceField(choices=settings.LANGUAGES)
