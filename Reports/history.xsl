<?xml version="1.0" encoding="UTF-8"?>
<!--
  The history of audits to one self-contained page. XSLT 1.0, no extensions. Parameter css: the text of report.css.
  Its words stand in the document as h:text, in the page's language.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:h="urn:layeraudit:history:1"
                xmlns:svg="http://www.w3.org/2000/svg"
                exclude-result-prefixes="h svg">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="css"/>
  <xsl:key name="t" match="h:text" use="@key"/>

  <xsl:template match="/h:history">
    <html lang="{@language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="key('t', 'history.title')"/></title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#main"><xsl:value-of select="key('t', 'history.skip')"/></a>
        <header class="masthead">
          <p class="brand">LayerAudit<span> · <xsl:value-of select="key('t', 'history.heading')"/></span></p>
          <h1><xsl:value-of select="key('t', 'history.audits')"/></h1>
          <p class="dateline"><xsl:value-of select="key('t', 'history.counts')"/></p>
        </header>
        <div>
          <main id="main" tabindex="-1" style="max-width: 78rem; margin: 0 auto; padding: 0 1.25rem">
            <section aria-labelledby="over-time">
              <h2 id="over-time"><xsl:value-of select="key('t', 'history.risk')"/></h2>
              <p><xsl:value-of select="key('t', 'history.lede')"/></p>
              <xsl:if test="not(h:curve)"><p><xsl:value-of select="key('t', 'history.no-curve')"/></p></xsl:if>
              <xsl:for-each select="h:curve">
                <figure>
                  <xsl:copy-of select="svg:svg"/>
                  <xsl:if test="not(svg:svg)"><p><xsl:value-of select="key('t', 'history.undrawn')"/></p></xsl:if>
                  <figcaption><bdi><xsl:value-of select="@title"/></bdi></figcaption>
                </figure>
              </xsl:for-each>
            </section>
            <section aria-labelledby="audits">
              <h2 id="audits"><xsl:value-of select="key('t', 'history.list')"/></h2>
              <div class="scroll" role="region" aria-label="{key('t', 'history.table')}" tabindex="0" style="overflow-x: auto">
                <table>
                  <thead>
                    <tr>
                      <th scope="col"><xsl:value-of select="key('t', 'history.audit')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.ended')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.name')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.model')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.policy')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.verdict')"/></th>
                      <th scope="col"><xsl:value-of select="key('t', 'history.gates')"/></th>
                    </tr>
                  </thead>
                  <tbody><xsl:apply-templates select="h:audit"/></tbody>
                </table>
              </div>
            </section>
          </main>
        </div>
        <footer><p><xsl:value-of select="key('t', 'history.foot')"/></p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="h:audit">
    <tr>
      <th scope="row"><xsl:value-of select="@release"/></th>
      <td><xsl:value-of select="@finished"/></td>
      <td><bdi><xsl:value-of select="@title"/></bdi></td>
      <td>
        <bdi><xsl:value-of select="@model"/></bdi>, <bdi><xsl:value-of select="@cut"/></bdi>
        <xsl:if test="@modelDigest != ''"><br/><code><xsl:value-of select="@modelDigest"/></code></xsl:if>
      </td>
      <td><bdi><xsl:value-of select="@policy"/></bdi></td>
      <td><strong><xsl:value-of select="@verdict"/></strong><br/><bdi><xsl:value-of select="@reason"/></bdi></td>
      <td>
        <ul>
          <xsl:for-each select="h:gate">
            <li>
              <bdi><xsl:value-of select="@id"/></bdi><xsl:text> </xsl:text>
              <strong><xsl:value-of select="@result"/></strong><br/>
              <xsl:value-of select="@figures"/>
            </li>
          </xsl:for-each>
        </ul>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
