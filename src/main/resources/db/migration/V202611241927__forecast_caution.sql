-- Models of few closed deals say less for certain from here on: those in use are trained anew, which the schedule does by itself.
update nurt.forecast_model set in_use = false where in_use and resolved < 500;
