"""What customers did and said, held against a map: stages, gates, health, feedback, alerts, the ways they took."""
