"""A map's page on loopback, live while the map is edited."""
