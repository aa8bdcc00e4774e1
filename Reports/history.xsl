<?xml version="1.0" encoding="UTF-8"?>
<!-- The history of audits to one self-contained page. XSLT 1.0, no extensions. Parameter css: the text of report.css. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:h="urn:layeraudit:history:1"
                xmlns:svg="http://www.w3.org/2000/svg"
                exclude-result-prefixes="h svg">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="css"/>

  <xsl:template match="/h:history">
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <title>LayerAudit history: <xsl:value-of select="count(h:audit)"/> audits</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the history</a>
        <header class="masthead">
          <p class="brand">LayerAudit<span> · History of audits</span></p>
          <h1><xsl:value-of select="count(h:audit)"/> audits</h1>
          <p class="dateline">
            <xsl:value-of select="count(h:audit[@verdict = 'pass'])"/> pass ·
            <xsl:value-of select="count(h:audit[@verdict = 'fail'])"/> fail ·
            <xsl:value-of select="count(h:audit[@verdict = 'inconclusive'])"/> inconclusive ·
            <xsl:value-of select="count(h:audit[@verdict = 'incomplete'])"/> incomplete
          </p>
        </header>
        <div>
          <main id="main" tabindex="-1" style="max-width: 78rem; margin: 0 auto; padding: 0 1.25rem">
            <section aria-labelledby="over-time">
              <h2 id="over-time">Risk over the releases</h2>
              <p>Each curve is what decided one gate: the worst of the attacks it judges, with its interval, beside the
                threshold that stood at the time. The numbers below the axis are those of the first column of the
                table. Regular testing is what GDPR Art. 32(1)(d) asks for.</p>
              <xsl:if test="not(h:curve)"><p>No gate has a figure yet.</p></xsl:if>
              <xsl:for-each select="h:curve">
                <figure>
                  <xsl:copy-of select="svg:svg"/>
                  <xsl:if test="not(svg:svg)"><p>This curve could not be drawn; the table has its figures.</p></xsl:if>
                  <figcaption><bdi><xsl:value-of select="@title"/></bdi></figcaption>
                </figure>
              </xsl:for-each>
            </section>
            <section aria-labelledby="audits">
              <h2 id="audits">The audits</h2>
              <div class="scroll" role="region" aria-label="Table of audits" tabindex="0" style="overflow-x: auto">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Audit</th><th scope="col">Ended (UTC)</th><th scope="col">Title</th>
                      <th scope="col">Model, last transferred layer</th><th scope="col">Policy</th>
                      <th scope="col">Verdict</th><th scope="col">Gates</th>
                    </tr>
                  </thead>
                  <tbody><xsl:apply-templates select="h:audit"/></tbody>
                </table>
              </div>
            </section>
          </main>
        </div>
        <footer><p>Evidence only against the attacks tested; no determination of anonymity or of GDPR compliance.</p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="h:audit">
    <tr>
      <th scope="row"><xsl:value-of select="@release"/></th>
      <td><xsl:value-of select="substring(translate(@finished, 'TZ', '  '), 1, 16)"/></td>
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
              <bdi><xsl:value-of select="@id"/></bdi>: <strong><xsl:value-of select="@result"/></strong>
              <xsl:if test="@waived"> (waived)</xsl:if>
              <xsl:text>; </xsl:text>
              <xsl:choose>
                <xsl:when test="@measured"><xsl:value-of select="@measured"/></xsl:when>
                <xsl:otherwise>no figure</xsl:otherwise>
              </xsl:choose>
              <xsl:if test="@low"> [<xsl:value-of select="@low"/>, <xsl:value-of select="@high"/>]</xsl:if>
              <xsl:text>, </xsl:text><xsl:value-of select="translate(@bound, '-', ' ')"/>
              <xsl:text> </xsl:text><xsl:value-of select="@threshold"/>
            </li>
          </xsl:for-each>
        </ul>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
