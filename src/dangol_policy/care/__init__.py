"""Care: what a policy decides beside purchases. Pure functions of the policy, the facts and the instant."""
