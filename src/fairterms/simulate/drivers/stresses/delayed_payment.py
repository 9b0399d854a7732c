"""The plan pays late: the same money, and a larger reserve until it comes."""

from fairterms.simulate.drivers.stress import Change, Setting, Stress


def apply(setting: Setting, size: float) -> Change | str:
    """Let every payment under the contract come so many months later."""
    months = round(size)
    if not setting.plan.declared.cash:
        return "forecast.toml does not say when money is paid: add a section [cash]."
    return Change(
        f"All money of the contract, and what would be paid anyway, comes {months} months later.",
        setting.plan,
        months_late=months,
    )


STRESS = Stress("delayed_payment", "Payment is delayed", 6, apply)
