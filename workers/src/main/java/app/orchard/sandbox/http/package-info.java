/** What both simulators stand on: routes, faults on demand, a journal of requests, kept state and webhook deliveries. */
@NullMarked
package app.orchard.sandbox.http;

import org.jspecify.annotations.NullMarked;
