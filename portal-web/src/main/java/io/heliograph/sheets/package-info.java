/** Reads the spreadsheets that people upload, and writes those they download: CSV and XLSX. */
@org.jspecify.annotations.NullMarked
package io.heliograph.sheets;
