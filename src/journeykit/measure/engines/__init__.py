"""The engines that data is measured in: one module each, which makes views of `events` and `answers`."""
