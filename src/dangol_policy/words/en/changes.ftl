# How the policy itself is changed.

section-changes = Changes of this policy
changes-notice = we tell you about a change that is worse for you at least { $time } before it takes effect
changes-two-people = each version of this policy is approved by somebody other than its author
changes-review = we read through this policy again at the latest { $time } after it came into force
