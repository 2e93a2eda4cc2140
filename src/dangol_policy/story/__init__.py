"""The loyalty state machine: what each event leads to, and what falls due, as pure functions over immutable state."""
