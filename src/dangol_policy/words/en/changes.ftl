# How the policy itself is changed.

section-changes = Changes of this policy
changes-notice = we tell you about a change that is worse for you at least { $time } before it takes effect
changes-two-people = each version of this policy is approved by somebody other than its author
changes-review = we read through this policy again at the latest { $time } after it came into force

# What differs between two versions, and what it means for customers.

diff-added = this is new
diff-removed = this is no longer there
diff-none = none
diff-neutral = nothing changes for customers here
diff-cannot-tell = whether this is better or worse depends on the case
diff-both = better for some customers and worse for others
diff-gain-better = you get more
diff-gain-worse = you get less
diff-needed-better = less is needed for it
diff-needed-worse = more is needed for it
diff-cost-better = you pay less
diff-cost-worse = you pay more
diff-time-better = you have more time
diff-time-worse = you have less time
diff-wait-better = it comes sooner
diff-wait-worse = it comes later
diff-scope-better = it applies in more cases
diff-scope-worse = it applies in fewer cases
diff-limit-better = the limit is more generous
diff-limit-worse = the limit is tighter
diff-runs-better = it runs longer
diff-runs-worse = it runs for a shorter time
diff-presence-better = this is given now
diff-presence-worse = this is no longer given
diff-condition-better = a condition is dropped
diff-condition-worse = a condition is added
diff-rule-better = the rule is more favourable for you
diff-rule-worse = the rule is less favourable for you
diff-data-better = less of your data is used, or for a shorter time
diff-data-worse = more of your data is used, or for a longer time
diff-hours-better = we are open more
diff-hours-worse = we are open less
verdict-better = better
verdict-worse = worse
verdict-both = better and worse
verdict-neutral = neutral
verdict-cannot-tell = cannot tell
