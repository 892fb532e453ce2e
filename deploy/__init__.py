"""The one place that knows all services: composes them, starts servers, holds the command line."""
