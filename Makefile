# Two commands matter: `make run` and `make test`. Both set up what they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MVN := mvn -B -ntp
# The forecast has to get by with 1 GiB for its whole process.
SMALL := -Dtest.heap=832m
WEB_SOURCES := $(shell find web/src web/public web/index.html web/*.ts web/package.json -type f 2>/dev/null)
SERVER_SOURCES := $(shell find src/main -type f 2>/dev/null)

.PHONY: help run test test-one lint format migration api web e2e demo bench accuracy crash dist browser clean

help: ## List what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: target/nurt.jar ## Build if needed and serve the product on http://localhost:8080
	@bin/nurt serve

test: web browser ## Run all checks and tests: formats, types, units, database, HTTP, browser
	cd web && npm run --silent lint && npm run --silent typecheck && npm run --silent test && npm run --silent size
	$(MVN) -q spotless:check
	$(MVN) verify 2>&1 | tee target/test.log
	@bin/test-totals target

test-one: ## Run one server test: make test-one T=ClassName
	$(MVN) -q test -Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=true

lint: web/node_modules/.made ## Check format and style without changing anything
	cd web && npm run --silent lint && npm run --silent typecheck
	$(MVN) -q spotless:check

format: web/node_modules/.made ## Format everything
	cd web && npm run --silent format
	$(MVN) -q spotless:apply

migration: ## Start a new migration: make migration NAME=add_something
	@f=src/main/resources/db/migration/V$$(date -u +%Y%m%d%H%M)__$(NAME).sql; echo "-- Why:" > $$f; echo $$f

api: ## Write docs/openapi.json from the running code and the web client's types from it
	$(MVN) -q test -Dtest=ApiDescriptionTest -Dnurt.api.write=true
	cd web && npm run --silent api

web: web/dist/index.html ## Build the web application

e2e: web browser ## Run the browser journeys only
	$(MVN) -q verify -Dtest='*Journey' -Dsurefire.failIfNoSpecifiedTests=true

demo: target/nurt.jar ## Serve a demo company from a data folder of its own, nurt-demo/
	@bin/demo

bench: target/nurt.jar ## Measure speed at 100,000 deals (N=1000000 for more) and the forecast
	$(MVN) -q test -Dtest=PipelineBench,ImportBench,BoardBench,BoardBesideForecastBench,ForecastAccuracy -Dnurt.bench.deals=$(or $(N),100000) $(SMALL)

accuracy: ## Measure how good and how fast the forecast is; writes docs/forecast-accuracy.md
	$(MVN) -q test -Dtest=ForecastAccuracy $(SMALL)

crash: ## Kill the server and its database 20 times while they work (N=100 for more); make test does it 4 times
	$(MVN) -q test -Dtest=ProductCrashTest,CrashTest -Dnurt.crash.rounds=$(or $(N),20)

dist: target/nurt.jar ## The one file to install
	@ls -l target/nurt.jar

browser: ## Install the browser that the journeys drive, where this may be done
	@bin/install-browser

clean: ## Remove everything built
	rm -rf target web/dist web/node_modules

web/node_modules/.made: web/package-lock.json
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/index.html: web/node_modules/.made $(WEB_SOURCES)
	cd web && npm run --silent build
	@touch $@

target/nurt.jar: web/dist/index.html pom.xml $(SERVER_SOURCES)
	$(MVN) -q -DskipTests package
	@touch $@
