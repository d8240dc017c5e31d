"""What changed between two revisions of a map: facts first, then what they mean for the customer, then words."""
