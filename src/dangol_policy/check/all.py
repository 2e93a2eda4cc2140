"""Every check there is, by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from dangol_policy.check import (
    after,
    aims,
    calendars,
    conditions,
    contact,
    forms,
    gifts,
    law,
    people,
    points,
    privacy,
    promotions,
    references,
    responsibility,
    returns,
    rivals,
    sizes,
    standards,
    talk,
    texts,
    tiers,
)
from dangol_policy.check.subject import Subject, subject_of
from dangol_policy.parse import ParseResult
from dangol_policy.problems import MOST_PROBLEMS, Problem, in_order

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references.ids_are_unique,
    references.tiers_exist,
    references.memberships_exist,
    references.calendars_exist,
    references.stores_exist,
    references.countries_are_known,
    references.clauses_of_examples_exist,
    forms.one_form_is_chosen,
    forms.points_are_per_something,
    forms.divisors_are_not_zero,
    forms.shares_are_at_most_whole,
    forms.gifts_can_be_given,
    forms.examples_are_whole,
    calendars.calendars_open,
    calendars.dates_agree,
    calendars.entries_matter,
    calendars.business_time_has_a_calendar,
    calendars.terms_end,
    tiers.thresholds_rise,
    tiers.tiers_can_be_reached,
    tiers.higher_tiers_earn_more,
    tiers.tables_rise,
    tiers.higher_tiers_keep_benefits,
    points.points_cost_more_than_they_are_worth,
    points.points_can_be_used,
    points.points_outlive_their_waiting,
    points.points_wait_for_returns,
    conditions.customers_can_meet_them,
    conditions.goods_can_meet_them,
    conditions.baskets_can_meet_them,
    gifts.they_give_something,
    gifts.budgets_cover_a_use,
    gifts.thresholds_survive_discounts,
    gifts.steps_leave_something,
    promotions.they_run,
    promotions.hours_are_not_empty,
    promotions.cost_is_bounded,
    promotions.limits_fit,
    promotions.notice_is_long_enough,
    promotions.returns_are_ruled,
    promotions.cards_can_be_filled,
    rivals.codes_are_unique,
    rivals.groups_choose_one_way,
    rivals.nothing_is_always_beaten,
    rivals.prices_agree,
    returns.windows_and_exclusions_agree,
    returns.windows_open,
    returns.free_returns_mean_something,
    contact.machines_lead_to_a_person,
    contact.channels_of_rules_exist,
    contact.messages_can_go_out,
    contact.floors_fit_under_caps,
    contact.labels_agree,
    contact.messages_keep_the_law,
    standards.kinds_of_case_exist,
    standards.severities_exist,
    standards.marks_of_standards_exist,
    standards.clocks_are_in_order,
    standards.standards_do_not_overlap,
    standards.promises_have_somebody,
    standards.pauses_stop_something,
    standards.channels_keep_to_the_standards,
    standards.processes_exist,
    standards.processes_end,
    standards.one_answers_for_each_step,
    responsibility.roles_exist,
    responsibility.levels_exist,
    responsibility.levels_have_people,
    responsibility.ways_up_end,
    responsibility.power_grows,
    people.segments_exist,
    people.marks_of_segments_exist,
    people.somebody_can_belong,
    people.personas_rest_on_something,
    privacy.data_is_kept_as_long_as_the_law_demands,
    privacy.requests_are_answered_as_soon_as_the_law_demands,
    privacy.leaks_are_told_as_soon_as_the_law_demands,
    privacy.sensitive_data_has_a_firm_ground,
    privacy.recipients_exist,
    privacy.rows_that_examples_ask_about_exist,
    privacy.partners_see_what_is_told,
    talk.style_keeps_to_itself,
    talk.texts_keep_the_style,
    talk.talks_lead_somewhere,
    talk.clauses_of_scripts_exist,
    after.channels_of_messages_exist,
    after.touches_do_something,
    after.surveys_have_a_limit,
    aims.figures_exist,
    aims.what_is_named_exists,
    aims.goals_are_served,
    aims.clauses_serve_a_goal,
    aims.alarms_lie_beyond_targets,
    aims.rewards_name_a_bound,
    law.discounts_stay_within_the_law,
    law.reductions_name_the_price_before,
    texts.languages_are_complete,
    texts.wording_is_definite,
    texts.overrides_keep_the_figures,
)
"""All of them; each looks at one kind of fault and yields a problem per finding."""


def check(result: ParseResult) -> tuple[Problem, ...]:
    """The problems with what a policy means. Nothing when it could not be parsed: mend that first."""
    if result.policy is None:
        return ()
    too_large = list(sizes.too_large(result.policy, result))
    if too_large:
        return in_order(too_large)
    subject = subject_of(result.policy, result)
    return in_order([problem for one in CHECKS for problem in islice(one(subject), MOST_PROBLEMS)])
