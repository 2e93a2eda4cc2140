"""What every language shares: abbreviations of the trade that customers do not use."""

ABBREVIATIONS = (
    r"(?:sla|slas|kpi|kpis|crm|sku|skus|rma|eta|nps|csat|fcr|aht|erp|b2b|b2c|voc|ivr|bpo|cta|clv|ltv|moq|oos|tat|pic|"
    r"eod|tbd|tbc|"
    r"l[123]|opex|capex|roi|rfm|mvp|poc|uat|ux|etd|cogs|wip)"
)
