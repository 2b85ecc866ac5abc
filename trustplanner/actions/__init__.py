"""What a person can do: plain functions on a unit of work, run by the runner."""
