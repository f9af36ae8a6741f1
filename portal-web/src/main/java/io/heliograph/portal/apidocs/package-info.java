/** The documentation of the REST API as a page: made from its description, with samples in five languages. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.apidocs;
