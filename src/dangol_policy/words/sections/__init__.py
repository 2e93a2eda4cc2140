"""The sections beside loyalty, promotions and returns, in sentences: one module each."""
