#!/usr/bin/env groovy
planlock 1
