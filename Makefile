# Every target is one script of .ci/, so that make is never needed.
.PHONY: start test fuzz screenshots build

start: ; bash .ci/start
test: ; bash .ci/test
fuzz: ; bash .ci/fuzz 30s
screenshots: ; bash .ci/screenshots
build: ; bash .ci/setup && go build -tags migrated_fynedo -o demarche .
