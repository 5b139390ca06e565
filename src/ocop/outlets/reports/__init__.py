"""Counting and forecasting the plan, dashboards, the leader's page, periodic reports, the calendar."""
