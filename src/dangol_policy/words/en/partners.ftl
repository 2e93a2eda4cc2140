# Partners.

section-partners = Our partners
partner = { $name }: { $does }
partner-contract = contract: { $days }; with it the access ends
partner-kinds = it handles: { $list }
partner-fields = of your data it sees: { $list }
partner-no-fields = it sees none of your data
partner-standards = it keeps these standards: { $list }
