"""The speed figures, each beside its limit in the same run. Machines are noisy; ratios are not."""
